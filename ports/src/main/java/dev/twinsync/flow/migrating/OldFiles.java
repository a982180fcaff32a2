package dev.twinsync.flow.migrating;

import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.predecessor.OldTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.migrating.OldFile.Content;
import dev.twinsync.port.OldRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that the predecessor kept, of both layouts: below {@code filesystem/} as bytes, in {@code state/files.yaml} as text.
 * Where both have one, that of {@code state/} counts.
 */
final class OldFiles {

    static final String STATE = "state/files.yaml";

    private static final int RUNNABLE = 0111;
    private static final int READABLE = 0004;
    private static final FileMode HIDDEN = new FileMode("0600");

    private final OldHouse house;
    private final Map<String, OldFile> byPath = new LinkedHashMap<>();

    OldFiles(OldHouse house, Ledger ledger) throws IOException {
        this.house = house;
        house.entries().values().stream()
                .filter(entry -> entry.path().startsWith(OldHouse.FILESYSTEM))
                .forEach(this::mirrored);
        var state = house.document(STATE);
        if (state.isPresent()) {
            declared(state.get(), ledger);
        }
    }

    List<OldFile> all() {
        return List.copyOf(byPath.values());
    }

    /** What a file of the machine held, where it was kept whole. */
    Optional<String> text(String path) throws IOException {
        return byPath.containsKey(path) && byPath.get(path).content() instanceof Content.Whole(var reader)
                ? reader.read().map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Who may read it was kept by chance only; what others may not read here, they could not read there. */
    private void mirrored(OldRepository.Entry entry) {
        var path = entry.path().substring(OldHouse.FILESYSTEM.length() - 1);
        house.use(entry.path());
        var content = entry.isRegular()
                ? new Content.Whole(() -> house.bytes(entry.path()))
                : new Content.Missing("is no file but a link or the like, which the predecessor made none of");
        var mode = Optional.of(HIDDEN).filter(_ -> (entry.mode() & READABLE) == 0);
        byPath.put(path, new OldFile(path, entry.path(), 0, content, mode, (entry.mode() & RUNNABLE) != 0));
    }

    /** What is said of a file counts instead of what was mirrored of it, also where it is not known which of two entries is right. */
    private void declared(OldTree document, Ledger ledger) {
        var entries = new ArrayList<Tree.Mapping>();
        for (Tree.Mapping entry : document.entries("files")) {
            if (OldTree.text(entry, "path").isPresent()) {
                byPath.remove(path(entry));
                entries.add(entry);
            } else {
                document.leaveOut(entry, "names no path");
            }
        }
        new SaidTwice(STATE, ledger)
                .once(entries, OldFiles::entry, Tree::saysTheSameAs)
                .forEach(entry -> declared(entry, document));
    }

    private static SaidTwice.Entry<Tree.Mapping> entry(Tree.Mapping entry) {
        return new SaidTwice.Entry<>(entry, path(entry), entry.place().line());
    }

    private static String path(Tree.Mapping entry) {
        return OldTree.text(entry, "path").orElseThrow();
    }

    private void declared(Tree.Mapping entry, OldTree document) {
        var path = path(entry);
        if (document.truth(entry, "managed").equals(Optional.of(false))) {
            document.leaveOut(entry, path + " was not managed");
        } else {
            byPath.put(path, new OldFile(path, STATE, entry.place().line(), content(entry), mode(entry), false));
        }
    }

    private static Optional<FileMode> mode(Tree.Mapping entry) {
        return OldTree.text(entry, "mode")
                .filter(text -> text.matches("(0o)?[0-7]{3,4}"))
                .map(text -> text.replace("0o", ""))
                .map(text -> new FileMode(text.length() == 3 ? "0" + text : text));
    }

    private Content content(Tree.Mapping entry) {
        if (OldTree.text(entry, "ensure").filter(OldTree::isAbsent).isPresent()) {
            return new Content.Missing("is not to be there; twin migrate removes no files: if it is to go, add it to"
                    + " state/files.yaml with ensure: absent");
        }
        var twinPath = OldTree.text(entry, "twin_path");
        if (twinPath.isPresent()) {
            return house.has(twinPath.get())
                    ? new Content.Whole(() -> house.bytes(twinPath.get()))
                    : new Content.Missing("there is no " + twinPath.get() + " with its content");
        }
        return entry.get("content")
                .filter(Tree.Scalar.class::isInstance)
                .map(Tree.Scalar.class::cast)
                .filter(scalar -> !(scalar.plain() && scalar.text().equals("null")))
                .map(scalar -> inline(scalar.text(), entry))
                .orElseGet(() ->
                        new Content.Missing("its content was not kept, since it is no text or was too large; to take"
                                + " it from the machine, run there: twin adopt"));
    }

    private static Content inline(String text, Tree.Mapping entry) {
        if (OldTree.text(entry, "encoding").equals(Optional.of("base64"))) {
            return decoded(text);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var size = OldTree.text(entry, "size")
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        return size.isEmpty() || size.get() == bytes.length
                ? new Content.Whole(() -> Optional.of(bytes))
                : new Content.Lossy(text);
    }

    private static Content decoded(String base64) {
        try {
            var bytes = Base64.getMimeDecoder().decode(base64);
            return new Content.Whole(() -> Optional.of(bytes));
        } catch (IllegalArgumentException broken) {
            return new Content.Missing("its content is no base64");
        }
    }
}
