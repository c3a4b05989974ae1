"""The rules of the door as pure functions over frozen values: no Qt, no files, no database, no clock."""
