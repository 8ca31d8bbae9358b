package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.ColumnText;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A Potential knows what it will probably bring. */
final class PotentialsKind implements ModuleKind {

    @Override
    public Map<String, String> derived(UnaryOperator<String> stored, CrmUser user) {
        return Map.of("forecast_amount", forecast(stored.apply("amount"), stored.apply("probability"), user));
    }

    @Override
    public void saved(SavedRecord saved) {
        WorkflowOwner.read(saved.row());
    }

    /** Its workflow saves once more, decoded. */
    @Override
    public boolean descriptionReencoded() {
        return false;
    }

    @Override
    public boolean answeredAsAdministrator() {
        return true;
    }

    @Override
    public Optional<String> coveringIndex() {
        return Optional.of("related_to");
    }

    private static String forecast(String amount, String probability, CrmUser user) {
        BigDecimal forecast = ColumnText.leadingNumber(amount)
                .multiply(ColumnText.leadingNumber(probability))
                .movePointLeft(2)
                .setScale(user.decimals(), RoundingMode.HALF_UP);
        return forecast.setScale(8, RoundingMode.UNNECESSARY).toPlainString();
    }
}
