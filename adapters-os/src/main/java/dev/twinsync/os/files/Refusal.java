package dev.twinsync.os.files;

/** Something is not done, for a reason that the user is told. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    Refusal(String reason) {
        super(reason);
    }
}
