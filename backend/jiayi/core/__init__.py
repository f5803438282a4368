"""What every feature stands on. Holds no word of the domain."""
