"""All that has to do with requests and pages, whatever the screen: responses, guards, fields, labels and errors."""
