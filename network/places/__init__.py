"""Postcodes and places of Germany, derived from GeoNames (CC BY 4.0); see NOTICE.md."""

from network.places.table import Place, at_postcode, distance_km, everywhere, folded, named

__all__ = ["Place", "at_postcode", "distance_km", "everywhere", "folded", "named"]
