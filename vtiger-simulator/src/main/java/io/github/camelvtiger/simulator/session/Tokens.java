package io.github.camelvtiger.simulator.session;

import java.util.Random;

/** Makes session names and challenge tokens of the shapes the server makes; not fit for guarding anything. */
public final class Tokens {

    private static final String HEX = "0123456789abcdef";

    private final Random random;

    public Tokens(Random random) {
        this.random = random;
    }

    String challenge() {
        return hexDigits(13);
    }

    String sessionName() {
        return hexDigits(21);
    }

    private String hexDigits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(HEX.charAt(random.nextInt(HEX.length())));
        }
        return text.toString();
    }
}
