package dev.twinsync.domain.shape;

/** One thing that is wrong with a document, in a sentence that says where and, where twin knows it, what would be right. */
public record Problem(Place place, String message) {

    private static final int LONGEST = 1_000;
    private static final int END = 400;

    /** What a message quotes may be as long as the document: the middle of it is left out. */
    public Problem {
        if (message.length() > LONGEST) {
            message = message.substring(0, LONGEST - END) + " [… " + (message.length() - LONGEST) + " characters …] "
                    + message.substring(message.length() - END);
        }
    }

    @Override
    public String toString() {
        return place.equals(Place.NONE) ? message : place + " " + message;
    }
}
