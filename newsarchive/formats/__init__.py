"""How dates are written and typed at the editors' desk, where Django's own Arabic order is month first."""
