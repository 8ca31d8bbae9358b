package io.github.camelvtiger.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sent header comes to, as a real Vtiger 8.2.0 answered it. */
class SentTermsTest {

    @Test
    void whatIsNotSentIsReset() {
        SentTerms terms = terms();
        assertThat(terms.written())
                .containsEntry("hdnTaxType", "")
                .containsEntry("hdnS_H_Amount", "")
                .containsEntry("txtAdjustment", "")
                .doesNotContainKeys("hdnDiscountAmount", "hdnDiscountPercent", "region_id");
        assertThat(terms.added()).containsEntry("conversion_rate", 1);
        assertThat(terms.charges().asFields().toString())
                .isEqualTo("{shipping_&_handling=null, shipping_&_handling_shtax1=0, shipping_&_handling_shtax2=0,"
                        + " shipping_&_handling_shtax3=0}");
    }

    @Test
    void oneDiscountBlanksTheOther() {
        assertThat(terms("hdnDiscountAmount", "3", "hdnDiscountPercent", "10").written())
                .containsEntry("hdnDiscountAmount", "3")
                .containsEntry("hdnDiscountPercent", null);
        assertThat(terms("hdnDiscountAmount", "0", "hdnDiscountPercent", "10").written())
                .containsEntry("hdnDiscountAmount", null)
                .containsEntry("hdnDiscountPercent", "10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "5abc"})
    void anAmountOfDiscountMustBeANumber(String amount) {
        assertThatThrownBy(() -> terms("hdnDiscountAmount", amount)).isInstanceOf(NotANumber.class);
    }

    @Test
    void anEmptyAmountDoesNotMatterBesideAPercentage() {
        assertThat(terms("hdnDiscountAmount", "", "hdnDiscountPercent", "10").written())
                .containsEntry("hdnDiscountPercent", "10");
    }

    @Test
    void aChargeByItsNameIsTheAmount() {
        SentTerms terms = terms("shipping_&_handling", 20.5, "shipping_&_handling_shtax1", 10);
        assertThat(terms.added()).containsEntry("hdnS_H_Amount", 20.5);
        assertThat(terms.written()).containsEntry("hdnS_H_Amount", "20.5").containsEntry("hdnS_H_Percent", "20.5");
        assertThat(terms.charges().asFields().toString())
                .isEqualTo("{shipping_&_handling=20.5, shipping_&_handling_shtax1=10}");
    }

    @Test
    void aPercentageIsOfTheSentSubtotal() {
        SentTerms terms = terms("shipping_&_handling", "10%", "hdnSubTotal", "50");
        assertThat(terms.written()).containsEntry("hdnS_H_Amount", "5");
        assertThat(terms.charges().charges().toString()).isEqualTo("{1={percent=10, value=5.0}}");
        assertThat(terms.charges().asFields()).containsEntry("shipping_&_handling", "10%");
    }

    @Test
    void aPercentageOfTaxesOnChargesComesOutUnderAChargeWithoutAName() {
        SentTerms terms = terms("hdnS_H_Amount", "10", "hdnS_H_Percent", "5", "shipping_&_handling_shtax2", "7");
        assertThat(terms.charges().charges().toString())
                .isEqualTo("{1={taxes={2=7, 1=5}, value=10}, ={taxes={1=50.0}}}");
        assertThat(terms.written()).containsEntry("hdnS_H_Percent", "50");
        assertThat(terms.charges().asFields()).containsEntry("", null).containsEntry("_shtax1", 50.0);
        assertThat(terms.charges().taxTotalShown()).isEqualTo(1.2);
    }

    @Test
    void aNullAsChargeIsAnErrorAndAnEmptyAmountIsOneOnlyWithTheTotals() {
        assertThatThrownBy(() -> new SentTerms(Collections.singletonMap("shipping_&_handling", null)))
                .isInstanceOf(NotANumber.class);
        SentTerms terms = terms("hdnS_H_Amount", "");
        assertThatThrownBy(() -> terms.charges().taxAmounts()).isInstanceOf(NotANumber.class);
    }

    private static SentTerms terms(Object... sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < sent.length; i += 2) {
            values.put((String) sent[i], sent[i + 1]);
        }
        return new SentTerms(values);
    }
}
