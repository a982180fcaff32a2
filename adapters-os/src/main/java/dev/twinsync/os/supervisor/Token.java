package dev.twinsync.os.supervisor;

import java.util.regex.Pattern;

/** What the Supervisor knows twin by. It shows itself to nobody but {@link #bearer}. */
record Token(String secret) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,4096}");

    Token {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("a token is one word of visible letters");
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    String bearer() {
        return "Bearer " + secret;
    }

    @Override
    public String toString() {
        return "a token";
    }
}
