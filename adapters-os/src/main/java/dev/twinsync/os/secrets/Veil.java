package dev.twinsync.os.secrets;

import java.util.Comparator;
import java.util.TreeSet;

/** Keeps secrets out of sentences: whoever is given one may well repeat what it did not like. */
public final class Veil {

    private final String mask;
    private final int shortest;

    /** The longest first: one may be a part of another. */
    private final TreeSet<String> secrets =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /**
     * @param mask what stands in their place
     * @param shortest how many characters a secret must have to be hidden, at least one: shorter ones stand in too many words by
     *     chance
     */
    public Veil(String mask, int shortest) {
        this.mask = mask;
        this.shortest = shortest;
    }

    public void hide(String secret) {
        if (secret.length() >= shortest) {
            secrets.add(secret);
        }
    }

    public String over(String sentence) {
        var veiled = sentence;
        for (String secret : secrets) {
            veiled = veiled.replace(secret, mask);
        }
        return veiled;
    }
}
