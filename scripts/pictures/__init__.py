"""What scripts/measure_pictures.py and scripts/measure_stability.py share."""
