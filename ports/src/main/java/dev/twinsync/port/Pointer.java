package dev.twinsync.port;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where something stands in a document.
 *
 * @param steps keys and places in lists, from the top down; at least one
 */
public record Pointer(List<Step> steps) {

    /** One level down. */
    public sealed interface Step {

        record Key(String name) implements Step {}

        /** @param at counted from 0 */
        record Index(int at) implements Step {
            public Index {
                if (at < 0) {
                    throw new IllegalArgumentException("a place in a list is counted from 0: " + at);
                }
            }
        }
    }

    public Pointer {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a pointer needs a step: the document itself is no part of it");
        }
    }

    /** At the top of a document. */
    public static Pointer of(String key) {
        return new Pointer(List.of(new Step.Key(key)));
    }

    public Pointer key(String name) {
        return then(new Step.Key(name));
    }

    public Pointer item(int at) {
        return then(new Step.Index(at));
    }

    public Pointer then(Step step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new Pointer(longer);
    }

    /** As a person would say it, places counted from 1: {@code packages[3].ensure}. */
    @Override
    public String toString() {
        var text = steps.stream().map(Pointer::said).collect(Collectors.joining());
        return text.startsWith(".") ? text.substring(1) : text;
    }

    private static String said(Step step) {
        return switch (step) {
            case Step.Key(var name) -> "." + name;
            case Step.Index(var at) -> "[" + (at + 1) + "]";
        };
    }
}
