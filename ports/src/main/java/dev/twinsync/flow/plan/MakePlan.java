package dev.twinsync.flow.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Action.Stage;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.plan.Basis;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.view.DeclaredWishes;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.flow.view.Fingerprint;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.View;
import dev.twinsync.flow.view.Wishes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns wishes and observations into one plan. */
public final class MakePlan {

    private final Optional<Digest> host;
    private final Wishes wishes;
    private final boolean offline;
    private final Ignored ignored;

    private MakePlan(Optional<Digest> host, Wishes wishes, boolean offline, Ignored ignored) {
        this.ignored = ignored;
        this.host = host;
        this.wishes = wishes;
        this.offline = offline;
    }

    /**
     * Towards what {@code state/} says.
     *
     * @param offline whether the machine is not there to be asked what else would happen
     */
    public static MakePlan ofState(View view, boolean offline) {
        return new MakePlan(view.host(), new DeclaredWishes(view.repo()), offline, view.ignored());
    }

    public static MakePlan of(View view, Wishes wishes) {
        var ignored = wishes.undone().isEmpty() ? view.ignored() : Ignored.NOTHING;
        return new MakePlan(view.host(), wishes, false, ignored);
    }

    public Plan plan(List<Look<?, ?, ?>> looks, Selection selection, Optional<String> commit) {
        return new Plan(host, basis(looks, selection, commit), sections(looks, selection));
    }

    /** What is to be done, without what it was made from. */
    List<Section<?, ?, ?>> sections(List<Look<?, ?, ?>> looks, Selection selection) {
        return drafts(looks, selection).stream()
                .<Section<?, ?, ?>>map(Draft::section)
                .toList();
    }

    public List<Draft<?, ?, ?>> drafts(List<Look<?, ?, ?>> looks, Selection selection) {
        var drafts = looks.stream()
                .<Draft<?, ?, ?>>map(look -> draft(look, selection))
                .toList();
        return patient(noticing(drafts, looks, selection));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Draft<D, L, A> draft(
            Look<D, L, A> look, Selection selection) {
        var draft = heeded(look)
                .only(wish -> selection.includes(look.plugin(), wish.key()))
                .draft();
        return offline ? draft : onTheWayBack(draft.foreseen());
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Look<D, L, A> heeded(Look<D, L, A> look) {
        return look.only(wish -> !ignored.covers(look.plugin(), wish.key()));
    }

    /** What must stay, or comes back, keeps the folder above it. */
    private <D extends Keyed, L extends Keyed, A extends Action> Draft<D, L, A> onTheWayBack(Draft<D, L, A> draft) {
        return wishes.undone().isEmpty()
                ? draft
                : draft.with(draft.section()
                        .because("as it was before " + String.join(", ", wishes.undone()))
                        .keepingTheWayToWhatStays());
    }

    /** Each service that must notice a change of this plan is restarted once, and started where that failed before. */
    private List<Draft<?, ?, ?>> noticing(List<Draft<?, ?, ?>> drafts, List<Look<?, ?, ?>> looks, Selection selection) {
        Map<String, List<String>> notices = new TreeMap<>();
        drafts.forEach(draft -> draft.notices(wishes)
                .forEach((service, causes) -> notices.computeIfAbsent(service, key -> new ArrayList<>())
                        .addAll(causes)));
        var watched = watched(drafts, looks, selection);
        return drafts.stream()
                .<Draft<?, ?, ?>>map(draft -> new Noticing<>(
                                draft,
                                notices,
                                watched.of(draft.look().plugin()),
                                service -> mayBeBrought(service, drafts))
                        .done())
                .toList();
    }

    /** Nothing where the machine is not asked; on the way back, what failed is again what it was, and no more. */
    private Watched watched(List<Draft<?, ?, ?>> drafts, List<Look<?, ?, ?>> looks, Selection selection) {
        if (offline || !wishes.undone().isEmpty()) {
            return Watched.nothing(selection);
        }
        var heeded = looks.stream().<Look<?, ?, ?>>map(this::heeded).toList();
        var selected = drafts.stream().<Look<?, ?, ?>>map(Draft::look).toList();
        return Watched.of(wishes, heeded, selected, selection, ignored);
    }

    /** What the last snapshot did not see may be there all the same: it leaves out what nobody decides about. */
    private boolean mayBeBrought(String service, List<Draft<?, ?, ?>> drafts) {
        return offline || drafts.stream().anyMatch(draft -> draft.mayBring(service));
    }

    /** What could wait is blocked where nothing of an earlier stage is planned that could bring it. */
    private static List<Draft<?, ?, ?>> patient(List<Draft<?, ?, ?>> drafts) {
        return drafts.stream()
                .<Draft<?, ?, ?>>map(draft ->
                        hasSomethingBefore(draft.section().kind().stage(), drafts) ? draft : draft.givingUpOnLater())
                .toList();
    }

    private static boolean hasSomethingBefore(Stage stage, List<Draft<?, ?, ?>> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.section().actions().stream())
                .map(planned -> planned.action().stage())
                .anyMatch(other -> other != Stage.REMOVALS && other.compareTo(stage) < 0);
    }

    private Basis basis(List<Look<?, ?, ?>> looks, Selection selection, Optional<String> commit) {
        Map<String, Digest> live = new LinkedHashMap<>();
        looks.forEach(look -> live.put(look.plugin().kind().name(), look.liveDigest()));
        return new Basis(commit, digestOfWishes(looks), live, selection.patterns(), wishes.undone(), offline);
    }

    public static Digest digestOfWishes(List<Look<?, ?, ?>> looks) {
        var state = Tree.map();
        looks.forEach(look -> state.put(look.plugin().kind().name(), wishes(look)));
        return Fingerprint.of(state.build());
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> Tree wishes(Look<D, L, A> look) {
        return FragmentShapes.desired(look.plugin().kind()).write(look.desired());
    }
}
