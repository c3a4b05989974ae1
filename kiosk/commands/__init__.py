"""What each command of the program does; `kiosk.cli` says how it is called."""
