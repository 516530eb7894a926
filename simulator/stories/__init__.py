"""The candidate's own stories for behavioural questions: what one is, its tags, which question it fits. No database."""
