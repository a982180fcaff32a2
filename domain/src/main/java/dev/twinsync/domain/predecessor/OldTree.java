package dev.twinsync.domain.predecessor;

import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One document of the Python layout, of which nothing is certain.
 *
 * @param file as the user knows it
 */
public record OldTree(String file, Tree root, List<LeftOut> leftOut) {

    /** The words of YAML 1.1. */
    private static final Map<String, Boolean> TRUTH =
            Map.of("true", true, "yes", true, "on", true, "false", false, "no", false, "off", false);

    /** What a part of the document says: {@code packages: […]}, or the same once more below its own name. */
    public Optional<Tree> part(String name) {
        var part = below(root, name);
        return part.flatMap(found -> below(found, name)).or(() -> part);
    }

    private static Optional<Tree> below(Tree tree, String key) {
        return tree instanceof Tree.Mapping map ? map.get(key) : Optional.empty();
    }

    /** The maps in a list; what is none is left out and told. */
    public List<Tree.Mapping> entries(String name) {
        var entries = new ArrayList<Tree.Mapping>();
        part(name).ifPresent(part -> {
            switch (part) {
                case Tree.Sequence(var items, var _) ->
                    items.forEach(item -> entry(item).ifPresent(entries::add));
                case Tree.Mapping map when map.entries().isEmpty() -> {
                    // how the program wrote that there is nothing
                }
                case Tree.Mapping map -> misshapen(map, "is a map where a list of " + name + " should be");
                case Tree.Scalar scalar -> misshapen(scalar, "is text where a list of " + name + " should be");
            }
        });
        return entries;
    }

    private Optional<Tree.Mapping> entry(Tree item) {
        if (item instanceof Tree.Mapping map) {
            return Optional.of(map);
        }
        misshapen(item, "is " + item.described() + ", where an entry should be");
        return Optional.empty();
    }

    private void misshapen(Tree where, String fault) {
        leftOut.add(LeftOut.misshapen(file, where.place().line(), fault));
    }

    public void leaveOut(Tree where, String reason) {
        leftOut.add(new LeftOut(file, where.place().line(), reason));
    }

    /** What the program listed says that it is installed; what does not was written by a person. */
    public List<OldPackage> packages() {
        var packages = new ArrayList<OldPackage>();
        for (Tree.Mapping entry : entries("packages")) {
            var name = text(entry, "name");
            var ensure = text(entry, "ensure");
            if (name.isEmpty()) {
                leaveOut(entry, "names no package");
            } else if (ensure.filter(word -> !isPresent(word) && !isAbsent(word))
                    .isPresent()) {
                leaveOut(entry, name.get() + " is to be " + ensure.get() + ", which is neither present nor absent");
            } else {
                packages.add(new OldPackage(
                        name.get(),
                        ensure.isPresent() || entry.get("installed").isEmpty(),
                        ensure.filter(OldTree::isAbsent).isPresent(),
                        entry.place().line()));
            }
        }
        return packages;
    }

    private static boolean isPresent(String ensure) {
        return ensure.equalsIgnoreCase("present") || ensure.equalsIgnoreCase("installed");
    }

    /** What {@code ensure} says of something that is not to be there. */
    public static boolean isAbsent(String ensure) {
        return ensure.equalsIgnoreCase("absent");
    }

    public List<OldService> services() {
        var services = new ArrayList<OldService>();
        for (Tree.Mapping entry : entries("services")) {
            var running = truth(entry, "running").or(() -> truth(entry, "active"));
            var enabled = truth(entry, "enabled");
            text(entry, "name")
                    .ifPresentOrElse(
                            name -> services.add(new OldService(
                                    name,
                                    Optional.empty(),
                                    enabled,
                                    running,
                                    entry.place().line())),
                            () -> leaveOut(entry, "names no unit"));
        }
        return services;
    }

    /** What an entry says under a key; empty where that is no text. */
    public static Optional<String> text(Tree entry, String key) {
        return below(entry, key)
                .filter(Tree.Scalar.class::isInstance)
                .map(Tree.Scalar.class::cast)
                .filter(scalar -> !(scalar.plain()
                        && (scalar.text().equals("null") || scalar.text().isEmpty())))
                .map(Tree.Scalar::text);
    }

    /** As PyYAML reads it, since a person may have written it; what is no truth value is told. */
    public Optional<Boolean> truth(Tree.Mapping entry, String key) {
        var said = said(entry, key);
        var truth = text(entry, key).map(text -> TRUTH.get(text.toLowerCase(Locale.ROOT)));
        if (said.isPresent() && truth.isEmpty()) {
            leaveOut(entry, key + ": " + said.get() + " is neither true nor false");
        }
        return truth;
    }

    /** What an entry says under a key, whatever it is, in words; empty: nothing. */
    static Optional<String> said(Tree.Mapping entry, String key) {
        return entry.get(key)
                .flatMap(value -> value instanceof Tree.Scalar ? text(entry, key) : Optional.of(value.described()));
    }
}
