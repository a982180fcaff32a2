package dev.twinsync.os.worker;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.os.files.WishedBytes;
import dev.twinsync.port.Backend;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Relay;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of another machine. */
record VisitedFiles(
        String plugin,
        Backend<LiveFile, FileAction> backend,
        Conversation conversation,
        ContentAsked<LiveFile, FileAction> asked)
        implements FileMirror, Relay<LiveFile, FileAction> {

    @Override
    public InputStream open(TargetPath path) throws IOException {
        return FetchedContent.of(conversation, plugin, path.text());
    }

    /** What the other machine has not kept must be here; it is looked at here, and goes there once it is written. */
    @Override
    public Map<String, Forecast> forecast(List<FileAction> actions) {
        var writes = actions.stream()
                .filter(action ->
                        action instanceof FileAction.Write && obstacle(action).isEmpty())
                .toList();
        if (writes.isEmpty()) {
            return Map.of();
        }
        try {
            var missing = asked.missing(writes);
            var impossible = new TreeMap<String, Forecast>();
            for (FileAction action : writes) {
                if (action instanceof FileAction.Write write && missing.contains(write.digest())) {
                    new WishedBytes(asked.content())
                            .whyMissing(write)
                            .ifPresent(reason -> impossible.put(write.key(), new Forecast.Impossible(reason)));
                }
            }
            return impossible;
        } catch (IOException unanswered) {
            return Forecast.allImpossible(writes, unanswered.getMessage());
        }
    }
}
