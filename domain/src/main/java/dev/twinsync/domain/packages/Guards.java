package dev.twinsync.domain.packages;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what this machine must not lose: the packages that something says it of, and all that these need to work. Of
 * alternatives every installed one is kept, because twin cannot know which one is in use.
 */
public final class Guards {

    private final Map<PackageName, Member> members = new HashMap<>();
    private final Map<String, TreeSet<PackageName>> offering = new HashMap<>();
    private final SortedMap<PackageName, String> reasons = new TreeMap<>();

    private Guards(List<Member> installed) {
        for (Member member : installed) {
            members.put(member.name(), member);
            Stream.concat(Stream.of(member.name().plain()), member.provides().stream())
                    .forEach(offered -> offering.computeIfAbsent(offered, _ -> new TreeSet<>())
                            .add(member.name()));
        }
    }

    /**
     * An installed package as far as it matters here.
     *
     * @param root why it must stay for its own sake
     * @param provides other names that it answers to, without architecture
     * @param needs its dependencies, each a list of alternatives, without architecture and version
     */
    public record Member(PackageName name, Optional<Root> root, List<String> provides, List<List<String>> needs) {
        public Member {
            provides = List.copyOf(provides);
            needs = needs.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param reason stands alone: {@code essential}
     * @param description stands before the name where something else is needed by it: {@code essential package}
     */
    public record Root(String reason, String description) {}

    /** The reason for each package that must stay, as {@code essential} or {@code essential package bash needs it}. */
    public static SortedMap<PackageName, String> of(List<Member> installed) {
        var guards = new Guards(installed);
        installed.stream()
                .sorted(Comparator.comparing(Member::name))
                .forEach(member -> member.root().ifPresent(root -> guards.reasons.put(member.name(), root.reason())));
        installed.stream()
                .sorted(Comparator.comparing(Member::name))
                .forEach(member -> member.root().ifPresent(root -> guards.keepNeedsOf(member, root)));
        return guards.reasons;
    }

    /** What an earlier root needs already is not walked again: everything behind it has its reason. */
    private void keepNeedsOf(Member root, Root because) {
        var open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            var member = open.remove();
            member.needs().stream()
                    .flatMap(List::stream)
                    .flatMap(need -> satisfying(need, member.name()))
                    .filter(needed -> !reasons.containsKey(needed))
                    .forEach(needed -> {
                        reasons.put(needed, because.description() + " " + root.name() + " needs it");
                        open.add(members.get(needed));
                    });
        }
    }

    private Stream<PackageName> satisfying(String need, PackageName dependent) {
        var all = offering.getOrDefault(need, new TreeSet<>());
        var own = all.stream()
                .filter(name -> name.architecture().equals(dependent.architecture()))
                .toList();
        return own.isEmpty() ? all.stream() : own.stream();
    }
}
