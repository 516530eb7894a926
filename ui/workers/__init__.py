"""What goes on beside the window: jobs on threads, children that speak, queues of answers to be judged. No widgets."""
