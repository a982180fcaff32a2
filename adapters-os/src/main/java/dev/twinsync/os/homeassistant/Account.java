package dev.twinsync.os.homeassistant;

/**
 * A user of this machine.
 *
 * @param name the number where there is none
 */
public record Account(String name, int uid) {

    boolean isRoot() {
        return uid == 0;
    }
}
