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

    private static final Comparator<Member> BY_RANK = Comparator.<Member>comparingInt(
                    member -> member.root().map(Root::rank).orElse(Integer.MAX_VALUE))
            .thenComparing(Member::name);

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
     * Why a package must stay for its own sake.
     *
     * @param rank of two that need the same, the lower one is told
     * @param reason stands alone: {@code essential}
     * @param description stands before the name where something else is needed by it: {@code essential package}
     */
    public record Root(int rank, String reason, String description) {}

    /** A package that must stay, and the one for whose sake. */
    private record Kept(Member member, String reasonForNeeds) {}

    /** The reason for each package that must stay, as {@code essential} or {@code essential package bash needs it}. */
    public static SortedMap<PackageName, String> of(List<Member> installed) {
        var guards = new Guards(installed);
        guards.keep(installed);
        return guards.reasons;
    }

    /** In the order of distance, so that of several reasons the nearest is told. */
    private void keep(List<Member> installed) {
        var open = new ArrayDeque<Kept>();
        installed.stream()
                .sorted(BY_RANK)
                .forEach(member -> member.root().ifPresent(root -> {
                    reasons.put(member.name(), root.reason());
                    open.add(new Kept(member, root.description() + " " + member.name() + " needs it"));
                }));
        while (!open.isEmpty()) {
            var kept = open.remove();
            needsOf(kept.member())
                    .filter(needed -> reasons.putIfAbsent(needed, kept.reasonForNeeds()) == null)
                    .forEach(needed -> open.add(new Kept(members.get(needed), kept.reasonForNeeds())));
        }
    }

    private Stream<PackageName> needsOf(Member member) {
        return member.needs().stream().flatMap(List::stream).flatMap(need -> satisfying(need, member.name()));
    }

    private Stream<PackageName> satisfying(String need, PackageName dependent) {
        var all = offering.getOrDefault(need, new TreeSet<>());
        var own = all.stream()
                .filter(name -> name.architecture().equals(dependent.architecture()))
                .toList();
        return own.isEmpty() ? all.stream() : own.stream();
    }
}
