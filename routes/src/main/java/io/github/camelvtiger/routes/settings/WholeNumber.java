package io.github.camelvtiger.routes.settings;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number between two bounds, both included. */
record WholeNumber(long least, long most) implements Check {

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,40}");

    @Override
    public Optional<String> fault(String value) {
        boolean fits = DIGITS.matcher(value).matches() && isWithin(new BigInteger(value));
        return fits
                ? Optional.empty()
                : Optional.of("which is not a whole number from " + least + " to " + most + "; write one in digits");
    }

    private boolean isWithin(BigInteger number) {
        return number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0;
    }
}
