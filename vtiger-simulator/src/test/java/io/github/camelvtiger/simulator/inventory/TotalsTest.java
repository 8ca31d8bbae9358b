package io.github.camelvtiger.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Sums as a real Vtiger 8.2.0 was recorded to compute them, and what holds for all of them. */
class TotalsTest {

    private static final PricedItem WIDGETS = item(90.5, 2, 0, 0, List.of(4.5, 10.0));
    private static final PricedItem HOURS = item(7, 3, 0, 0, List.of());

    @Test
    void groupTaxesOfTheFirstItemAreOnTheWhole() {
        Totals totals = Totals.of(terms("group"), List.of(WIDGETS, HOURS), List.of("4.5", "10"), ChargeSheet.NONE);
        assertThat(totals.subTotal()).isEqualTo(202);
        assertThat(totals.preTaxTotal()).isEqualTo(202);
        assertThat(totals.grandTotal()).isEqualTo(231.29);
    }

    @Test
    void individualTaxesAreInTheSubtotal() {
        Totals totals = Totals.of(terms("individual"), List.of(WIDGETS), List.of("99"), ChargeSheet.NONE);
        assertThat(totals.subTotal()).isEqualTo(207.245);
        assertThat(totals.grandTotal()).isEqualTo(207.245);
        assertThat(totals.preTaxTotal()).isEqualTo(181);
    }

    @Test
    void anotherSpellingOfIndividualLeavesTheTaxesInTheTotalBeforeTaxes() {
        Totals totals = Totals.of(terms("Individual"), List.of(WIDGETS), List.of(), ChargeSheet.NONE);
        assertThat(totals.preTaxTotal()).isEqualTo(207.245);
    }

    @Test
    void withoutATypeTaxesAreOnTheWholeToo() {
        Totals totals = Totals.of(terms(""), List.of(item(90.5, 3, 0, 0, List.of())), List.of("4.5"), ChargeSheet.NONE);
        assertThat(totals.grandTotal()).isEqualTo(283.7175);
    }

    @Test
    void theSumKeepsTheErrorsOfBinaryFractions() {
        Terms terms = new Terms("", "", "", "0.00000000", "-3.45600000");
        Totals totals = Totals.of(terms, List.of(item(90.5, 3, 0, 0, List.of())), List.of("4.5"), ChargeSheet.NONE);
        assertThat(totals.grandTotal()).isEqualTo(280.26149999999996);
    }

    @Test
    void ofTwoDiscountsTheAmountCounts() {
        assertThat(item(100, 2, 10, 5, List.of()).afterDiscount()).isEqualTo(195);
        assertThat(item(90.5, 2, 10, 0, List.of()).afterDiscount()).isEqualTo(162.9);
        assertThat(new Terms("", "3.00000000", "10.000", "0", "0").discountOf(271.5))
                .isEqualTo(3);
        assertThat(new Terms("", "", "10.000", "0", "0").discountOf(271.5)).isEqualTo(27.150000000000002);
    }

    @Test
    void taxesOnChargesAreInTheTotalOnly() {
        ChargeSheet charges = new ChargeSheet(Map.of("1", Map.of("value", "20", "taxes", Map.of("1", "10"))));
        Terms terms = new Terms("group", "", "", "20.00000000", "0.00000000");
        Totals totals = Totals.of(terms, List.of(item(90.5, 3, 0, 0, List.of())), List.of(), charges);
        assertThat(totals.preTaxTotal()).isEqualTo(291.5);
        assertThat(totals.grandTotal()).isEqualTo(293.5);
    }

    @Test
    void aTaxThatIsNoNumberIsAnError() {
        assertThatThrownBy(() -> Totals.of(terms("group"), List.of(WIDGETS), List.of(""), ChargeSheet.NONE))
                .isInstanceOf(NotANumber.class);
    }

    @Property
    void withoutTaxesTheTotalIsTheSumOfItsParts(@ForAll("items") List<PricedItem> items, @ForAll("terms") Terms terms) {
        Totals totals = Totals.of(terms, items, List.of(), ChargeSheet.NONE);
        double sum = items.stream().mapToDouble(PricedItem::afterDiscount).sum();
        assertThat(totals.grandTotal())
                .isCloseTo(
                        totals.subTotal()
                                - terms.discountOf(totals.subTotal())
                                + Double.parseDouble(terms.shipping())
                                + Double.parseDouble(terms.adjustment()),
                        within(1e-6));
        if (!terms.individual()) {
            assertThat(totals.subTotal()).isCloseTo(sum, within(1e-6));
        }
    }

    @Property
    void taxesAddUp(@ForAll("items") List<PricedItem> items, @ForAll("terms") Terms terms) {
        double one = taxOf(terms, items, List.of("4.5"));
        double other = taxOf(terms, items, List.of("10"));
        assertThat(taxOf(terms, items, List.of("4.5", "10"))).isCloseTo(one + other, within(1e-6));
    }

    private static double taxOf(Terms terms, List<PricedItem> items, List<String> taxes) {
        return Totals.of(terms, items, taxes, ChargeSheet.NONE).grandTotal()
                - Totals.of(terms, items, List.of(), ChargeSheet.NONE).grandTotal();
    }

    @Provide
    Arbitrary<List<PricedItem>> items() {
        Arbitrary<Double> amount = Arbitraries.doubles().between(0, 10_000).ofScale(3);
        Arbitrary<Double> percent = Arbitraries.doubles().between(0, 100).ofScale(3);
        return Combinators.combine(amount, Arbitraries.doubles().between(0, 100).ofScale(3), percent, percent)
                .as((price, quantity, discount, tax) -> item(price, quantity, discount, 0, List.of(tax)))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Terms> terms() {
        Arbitrary<String> amount =
                Arbitraries.doubles().between(0, 1_000).ofScale(3).map(String::valueOf);
        return Combinators.combine(Arbitraries.of("group", "individual", ""), amount, amount, amount)
                .as((type, discount, shipping, adjustment) -> new Terms(type, discount, "", shipping, adjustment));
    }

    private static PricedItem item(double price, double quantity, double percent, double amount, List<Double> taxes) {
        return new PricedItem(price, quantity, percent, amount, taxes);
    }

    private static Terms terms(String taxType) {
        return new Terms(taxType, "", "", "0.00000000", "0.00000000");
    }
}
