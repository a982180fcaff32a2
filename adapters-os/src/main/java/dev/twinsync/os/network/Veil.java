package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GVariant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Keeps secrets out of sentences: NetworkManager may well repeat what it did not like. */
final class Veil {

    private static final String MASK = "***";

    /** The longest first: one may be a part of another. */
    private final TreeSet<String> secrets =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    void hide(String secret) {
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
    }

    /** All texts in them. */
    void hide(Map<String, Map<String, GVariant>> sections) {
        sections.values().stream()
                .flatMap(values -> values.values().stream())
                .flatMap(Veil::texts)
                .forEach(this::hide);
    }

    private static Stream<String> texts(GVariant value) {
        return switch (value) {
            case GVariant.Text(var _, var text) -> Stream.of(text);
            case GVariant.Variant(var inner) -> texts(inner);
            case GVariant.Array(var _, var items) -> items.stream().flatMap(Veil::texts);
            case GVariant.Entry(var _, var _, var inner) -> texts(inner);
            case GVariant.Tuple(var parts) -> parts.stream().flatMap(Veil::texts);
            case GVariant.Maybe(var _, var inner) -> inner.stream().flatMap(Veil::texts);
            case GVariant.Bool _, GVariant.Whole _, GVariant.Real _ -> Stream.empty();
        };
    }

    String over(String sentence) {
        var veiled = sentence;
        for (String secret : secrets) {
            veiled = veiled.replace(secret, MASK);
        }
        return veiled;
    }
}
