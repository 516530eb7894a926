"""What a CV says: its lines, the techniques it names, the projects it tells of. Text in, values out."""
