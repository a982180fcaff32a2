package dev.twinsync.port;

import dev.twinsync.domain.shape.Tree;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which items of two lists are the same thing. A thing is known by the first line of its map, which is its name, and text by
 * what it says; of things that changed their order, as many stay as can.
 */
public final class Alignment {

    private static final int NONE = -1;

    private final int[] partners;
    private final boolean[] known;

    private Alignment(int[] partners, int wanted) {
        this.partners = partners;
        this.known = new boolean[wanted];
        Arrays.stream(partners).filter(partner -> partner != NONE).forEach(partner -> known[partner] = true);
    }

    public static Alignment of(List<Tree> before, List<Tree> wanted) {
        Map<String, Deque<Integer>> byName = new HashMap<>();
        for (int index = 0; index < wanted.size(); index++) {
            byName.computeIfAbsent(name(wanted.get(index)), _ -> new ArrayDeque<>())
                    .add(index);
        }
        var partners = new int[before.size()];
        for (int index = 0; index < partners.length; index++) {
            var found = byName.getOrDefault(name(before.get(index)), new ArrayDeque<>());
            partners[index] = found.isEmpty() ? NONE : found.remove();
        }
        return new Alignment(inOrder(partners), wanted.size());
    }

    private static String name(Tree item) {
        return item instanceof Tree.Mapping(var entries, var _) && !entries.isEmpty()
                ? entries.getFirst().key() + ": " + entries.getFirst().value().inline()
                : item.inline();
    }

    /** The longest row of partners that grows, by piles of which each top is the least end of a row of that length. */
    private static int[] inOrder(int[] partners) {
        var tops = new int[partners.length];
        var before = new int[partners.length];
        int piles = 0;
        for (int index = 0; index < partners.length; index++) {
            if (partners[index] != NONE) {
                int pile = pile(partners, tops, piles, partners[index]);
                before[index] = pile == 0 ? NONE : tops[pile - 1];
                tops[pile] = index;
                piles = Math.max(piles, pile + 1);
            }
        }
        var kept = new int[partners.length];
        Arrays.fill(kept, NONE);
        for (int index = piles == 0 ? NONE : tops[piles - 1]; index != NONE; index = before[index]) {
            kept[index] = partners[index];
        }
        return kept;
    }

    /** The first pile whose top is not less. */
    private static int pile(int[] partners, int[] tops, int piles, int partner) {
        int low = 0;
        int high = piles;
        while (low < high) {
            int middle = (low + high) / 2;
            if (partners[tops[middle]] < partner) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @return the place in the wanted list; empty: it goes */
    public Optional<Integer> wantedFor(int before) {
        return partners[before] == NONE ? Optional.empty() : Optional.of(partners[before]);
    }

    /** Whether it is the same thing as none of those before. */
    public boolean isNew(int wanted) {
        return !known[wanted];
    }
}
