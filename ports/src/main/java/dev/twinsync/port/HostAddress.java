package dev.twinsync.port;

import dev.twinsync.domain.Printable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Another machine, as ssh knows it: {@code box}, {@code alice@box}, {@code root@[fe80::1]}. It can be no option and no command; a
 * port, or any other way to get there, stands in {@code ~/.ssh/config} under the name that is written here.
 *
 * @param user who one is there; empty: that is left to ssh
 */
public record HostAddress(Optional<String> user, String host) {

    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:]{2,45}]");

    public HostAddress {
        user.filter(name -> !USER.matcher(name).matches()).ifPresent(name -> {
            throw new IllegalArgumentException("\"" + Printable.of(name) + "\" is not the name of a user");
        });
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("\"" + Printable.of(host) + "\" is not the name of a machine");
        }
    }

    /** @throws IllegalArgumentException in words */
    public static HostAddress of(String text) {
        int at = text.indexOf('@');
        try {
            return at < 0
                    ? new HostAddress(Optional.empty(), text)
                    : new HostAddress(Optional.of(text.substring(0, at)), text.substring(at + 1));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    wrong.getMessage() + "; write USER@MACHINE or MACHINE; a port stands in ~/.ssh/config", wrong);
        }
    }

    /** As a program takes it: an address without its brackets. */
    public String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return user.map(name -> name + "@").orElse("") + host;
    }
}
