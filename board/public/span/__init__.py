"""What inwoners could come to read over a span of days, of several opgaven at once: for who tells it on."""
