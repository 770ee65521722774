// What scripts add to pages that work without them.
import "./theme.js";
import "./copy.js";
import "./keys.js";
