package dev.twinsync.os.hashing;

/** One sum that OpenSSL makes. */
final class NativeSha256 extends Sum {

    private final LibCrypto library;
    private final int[] context = new int[LibCrypto.WORDS_OF_CONTEXT];

    NativeSha256(LibCrypto library) {
        this.library = library;
        library.begin(context);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        library.pass(context, input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
        var sum = library.end(context);
        engineReset();
        return sum;
    }

    @Override
    protected void engineReset() {
        library.begin(context);
    }
}
