package dev.twinsync.domain.secrets;

/**
 * How a program takes a secret.
 *
 * @param flag as it is written: {@code -p}; empty: the program is its own flag
 */
record Flag(String flag, Form form) {

    /** Where the secret stands. */
    enum Form {
        /** {@code -pX}, with nothing in between. */
        ATTACHED,
        /** {@code -p X}. */
        NEXT,
        /** {@code -u user:X} or {@code -u user%X}: what is behind the first such sign. */
        BEHIND_USER,
        /** {@code wpa_passphrase SSID X}: the program is its own flag. */
        SECOND_BEHIND,
        /** {@code htpasswd -b FILE USER X}. */
        THIRD_BEHIND
    }

    static Flag attached(String flag) {
        return new Flag(flag, Form.ATTACHED);
    }

    static Flag next(String flag) {
        return new Flag(flag, Form.NEXT);
    }

    static Flag user(String flag) {
        return new Flag(flag, Form.BEHIND_USER);
    }

    static Flag second() {
        return new Flag("", Form.SECOND_BEHIND);
    }

    static Flag third(String flag) {
        return new Flag(flag, Form.THIRD_BEHIND);
    }
}
