package identity

// atOnce is for systems that can be asked directly.
func atOnce(int, string) (ID, bool) { return ID{}, false }
