"""What a job advertisement says: its lines by part, the job, and what it demands. Text in, values out."""
