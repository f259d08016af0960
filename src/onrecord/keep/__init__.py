"""What happens to documents after they were read: compared, followed, ruled, removed, backed up."""
