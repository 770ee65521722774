"""Static files under names that carry their content's hash, so that a browser keeps each for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """`css/base.css` → `css/base.4f2c….css` once collected (`make run` does it); until then the name as it is.

    `import "./theme.js"` within scripts is rewritten too, which Django leaves off by default.
    """

    support_js_module_import_aggregation = True

    def stored_name(self, name):
        return self.hashed_files.get(self.hash_key(self.clean_name(name)), name)
