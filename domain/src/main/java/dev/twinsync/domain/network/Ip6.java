package dev.twinsync.domain.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses of IPv6 in their shortest form, as {@code inet_ntop} writes them: {@code fd00::2} for {@code FD00:0::0002}. */
final class Ip6 {

    private static final int GROUPS = 8;
    private static final Pattern BEHIND = Pattern.compile("[#/]");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private Ip6() {}

    /**
     * The text itself where it is no such address, or has an address of IPv4 at its end. What stands behind {@code #}, as the name of
     * a server of DNS, or behind {@code /}, as the length of a net, stays as it is.
     */
    static String canonical(String text) {
        var address = BEHIND.split(text, 2)[0];
        return groups(address)
                .map(Ip6::shortest)
                .map(shortest -> shortest + text.substring(address.length()))
                .orElse(text);
    }

    static boolean isAddress(String text) {
        return groups(text).isPresent();
    }

    private static Optional<List<Integer>> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return numbers(text).filter(groups -> groups.size() == GROUPS);
        }
        return numbers(text.substring(0, gap))
                .flatMap(left -> numbers(text.substring(gap + 2))
                        .filter(right -> left.size() + right.size() < GROUPS)
                        .map(right -> filled(left, right)));
    }

    private static List<Integer> filled(List<Integer> left, List<Integer> right) {
        var all = new ArrayList<>(left);
        while (all.size() + right.size() < GROUPS) {
            all.add(0);
        }
        all.addAll(right);
        return all;
    }

    private static Optional<List<Integer>> numbers(String part) {
        var numbers = new ArrayList<Integer>();
        for (String group : part.isEmpty() ? new String[0] : part.split(":", -1)) {
            if (!GROUP.matcher(group).matches()) {
                return Optional.empty();
            }
            numbers.add(Integer.parseInt(group, 16));
        }
        return Optional.of(numbers);
    }

    private static String shortest(List<Integer> groups) {
        int start = 0;
        int length = 1;
        for (int index = 0; index < GROUPS; index++) {
            int zeros = zerosFrom(groups, index);
            if (zeros > length) {
                start = index;
                length = zeros;
            }
        }
        return length == 1
                ? text(groups)
                : text(groups.subList(0, start)) + "::" + text(groups.subList(start + length, GROUPS));
    }

    private static int zerosFrom(List<Integer> groups, int start) {
        int end = start;
        while (end < GROUPS && groups.get(end) == 0) {
            end++;
        }
        return end - start;
    }

    private static String text(List<Integer> groups) {
        return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
