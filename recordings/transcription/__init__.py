"""From a take on disk to a transcript, in a long-lived child process. Engines are imported on that side alone."""
