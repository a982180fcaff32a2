package dev.twinsync.os.schedule;

import java.util.regex.Pattern;

/** Where mail goes: a user of the machine, or an address; nothing that a header of a mail or a command line would read otherwise. */
public record MailAddress(String text) {

    private static final Pattern GRAMMAR =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,63}(@[A-Za-z0-9]([A-Za-z0-9.-]{0,188}[A-Za-z0-9])?)?");

    public MailAddress {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException("mail goes to a user, as root, or to an address, as admin@example.org");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
