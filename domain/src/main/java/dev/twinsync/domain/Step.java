package dev.twinsync.domain;

/** What a planner says about one thing. */
public sealed interface Step<A extends Action> {

    /** @param why the reason in words: {@code declared present, not installed} */
    record Do<A extends Action>(A action, String why) implements Step<A> {}

    /** It cannot be done, or must not be. */
    record Blocked<A extends Action>(String key, String reason) implements Step<A> {

        private static final String THERE_IS_NO = "there is no ";
        private static final String IN_VAIN = ", and nothing in this plan brings it";

        /** Whether it would wait, were there anything that it could wait for: see {@link Later#inVain()}. */
        public boolean isInVain() {
            return reason.startsWith(THERE_IS_NO) && reason.endsWith(IN_VAIN);
        }
    }

    /**
     * It may become possible by an earlier step of the same plan and is then planned again; where nothing earlier is
     * planned, it is blocked.
     *
     * @param waitsFor what is missing, to stand behind "no": {@code unit nginx.service}
     */
    record Later<A extends Action>(String key, String waitsFor) implements Step<A> {

        /** Why it is blocked after all, where nothing is planned that it could wait for. */
        public Blocked<A> inVain() {
            return new Blocked<>(key, Blocked.THERE_IS_NO + waitsFor + Blocked.IN_VAIN);
        }
    }
}
