package dev.twinsync.domain.shape;

/** One thing that is wrong with a document, in a sentence that says where and, where twin knows it, what would be right. */
public record Problem(Place place, String message) {

    @Override
    public String toString() {
        return place.equals(Place.NONE) ? message : place + " " + message;
    }
}
