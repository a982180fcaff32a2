package dev.twinsync.domain.containers;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a container is made of: {@code nginx:1.27}, {@code registry.example/team/app@sha256:…}, or the id of an image that is
 * on the machine, {@code sha256:…}. Docker and Podman complete a short one: {@code nginx} is {@code library/nginx:latest} of the
 * registry that they ask first.
 */
public record ImageName(String text) {

    private static final int LONGEST = 512;
    private static final String HEX = "[0-9a-f]{64}";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final String REGISTRY = "(?:" + LABEL + "(?:\\." + LABEL + ")*(?::[0-9]{1,5})?/)?";
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final String TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
    static final String GRAMMAR =
            "(?:sha256:" + HEX + "|" + REGISTRY + PART + "(?:/" + PART + ")*(?::" + TAG + ")?(?:@sha256:" + HEX + ")?)";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final String OFFICIAL = "library/";
    private static final String LOCAL = "localhost";
    public static final Shape<ImageName> SHAPE = Shape.text("^" + GRAMMAR + "$", ImageName::new, ImageName::text);

    public ImageName {
        if (text.length() > LONGEST || !PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text) + "\" is not the name of an image, as nginx:1.27 is one");
        }
    }

    /** Whether it names one image of this machine, which no registry has. */
    public boolean isId() {
        return text.startsWith("sha256:");
    }

    /** The digest that it names; of the id of an image none. */
    public Optional<Digest> digest() {
        int at = text.indexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(new Digest(text.substring(at + 1)));
    }

    /** The name without tag and digest: {@code registry.example/team/app}. */
    public String repository() {
        var name = withoutDigest();
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }

    /** Empty where there is a digest alone. */
    public Optional<String> tag() {
        var name = withoutDigest();
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            return Optional.of(name.substring(colon + 1));
        }
        return digest().isPresent() ? Optional.empty() : Optional.of("latest");
    }

    private String withoutDigest() {
        int at = text.indexOf('@');
        return at < 0 ? text : text.substring(0, at);
    }

    /** The same name with exactly that content. */
    public ImageName at(Digest content) {
        return new ImageName(repository() + "@" + content);
    }

    /**
     * Whether an engine takes both for the same, whatever the tags. A name without a registry is met by that of any registry
     * that an engine has found it in.
     */
    public boolean isSameRepository(ImageName other) {
        var one = repository();
        var another = other.repository();
        return one.equals(another) || completes(one, another) || completes(another, one);
    }

    /** Whether an engine makes this of a short name. What it built itself, Podman calls {@code localhost/toy}. */
    private static boolean completes(String full, String brief) {
        if (hasRegistry(brief) || !hasRegistry(full)) {
            return false;
        }
        int slash = full.indexOf('/');
        boolean isWhole = brief.contains("/") || full.substring(0, slash).equals(LOCAL);
        return full.substring(slash + 1).equals(isWhole ? brief : OFFICIAL + brief);
    }

    /** Before the first slash, a registry has a dot or a port, or is this machine. */
    private static boolean hasRegistry(String repository) {
        int slash = repository.indexOf('/');
        var first = slash < 0 ? "" : repository.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals(LOCAL);
    }

    @Override
    public String toString() {
        return text;
    }
}
