package dev.twinsync.os.files;

/** Something is not done, for a reason that the user is told. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    public Refusal(String reason) {
        super(reason);
    }
}
