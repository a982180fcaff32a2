package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.WritesContent;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/** Hands over what the actions write, as far as the root side has not kept it. */
record Delivery(Conversation conversation, WishedContent content) {

    private static final int PART = 1 << 18;

    /** @param request what the actions are about to be done for */
    void before(Request.Need request, List<WritesContent> writes) throws IOException {
        if (writes.isEmpty()) {
            return;
        }
        for (Digest digest : conversation.ask(request, Reply.Needed.class).contents()) {
            hand(digest, writes);
        }
    }

    private void hand(Digest digest, List<WritesContent> writes) throws IOException {
        var write = writes.stream()
                .filter(candidate -> candidate.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> new IOException("the root side asks for content that no action writes"));
        try (var source = content.open(write.twinPath())) {
            long from = 0;
            var part = source.readNBytes(PART);
            while (part.length == PART) {
                hand(digest, from, part, false);
                from += part.length;
                part = source.readNBytes(PART);
            }
            hand(digest, from, part, true);
        }
    }

    private void hand(Digest digest, long from, byte[] part, boolean last) throws IOException {
        var base64 = Base64.getEncoder().encodeToString(part);
        conversation.ask(new Request.Hand(digest, from, base64, last), Reply.Taken.class);
    }
}
