"""Jiayi: family-doctor home services that really happen, and the proof that they did."""
