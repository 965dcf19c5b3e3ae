"""The directory on paper: what stands in the booklet, on the crisis sheets and the hand-out."""
