package dev.twinsync.port;

import java.util.Optional;

/**
 * One more text for a list at the top of a document.
 *
 * @param path of the document, relative to the repository
 * @param key of the list
 * @param comment for who reads the document; one line, as far as it is written
 */
public record ListItem(String path, String key, String text, Optional<String> comment) {

    /** What a person would have to write, where twin cannot. */
    public String byHand() {
        return "add \"" + text + "\" to the list " + key + " in " + path + " by hand";
    }
}
