package dev.twinsync.os.supervisor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Keeps what comes, and no more of it than a limit. */
final class LimitedBody implements BodySubscriber<byte[]> {

    /** There was more. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong(int most) {
            super("more than " + most + " bytes");
        }
    }

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Subscription subscription;

    LimitedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription source) {
        subscription = source;
        source.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (kept.size() + part.remaining() > most) {
                subscription.cancel();
                whole.completeExceptionally(new TooLong(most));
                return;
            }
            var bytes = new byte[part.remaining()];
            part.get(bytes);
            kept.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable broken) {
        whole.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        whole.complete(kept.toByteArray());
    }
}
