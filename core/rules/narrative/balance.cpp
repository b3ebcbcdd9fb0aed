#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule balance = {
    .severity = Severity::warning,
    .title = {u"正文收办结转自相矛盾", u"Received, handled and carried forward do not balance in the text"},
    .basis_kind = BasisKind::form,
    .basis = {u"表三表头注：第一项加第二项之和，等于第三项加第四项之和",
              u"Note in the head of table 3: item 1 plus item 2 equals item 3 plus item 4"},
    .advice =
        {u"新收加上年结转应等于办结加结转下年；只说其中一部分时请写明。",
         u"New plus carried over equals handled plus carried forward; say so where only a part is meant."},
    .run =
        [](const Context& context, Findings& out) {
          const Ledger& ledger = context.analysis.ledger;
          for (const Balance& b : ledger.balances) {
            const auto value = [&](std::uint32_t id) { return ledger.figures[id].quantity.value; };
            const auto text = [&](std::uint32_t id) { return value(id).to_string(); };
            const Decimal left = value(b.received) + value(b.carried_over),
                          right = value(b.concluded) + value(b.carried_forward);
            const std::u16string equation = text(b.received) + u" + " + text(b.carried_over) + u" ≠ " +
                                            text(b.concluded) + u" + " + text(b.carried_forward);
            Text message =
                say(u"正文收到{0}件、上年结转{1}件，合计{2}件；办结{3}件、结转下年{4}件，合计{5}件。",
                    u"In the text {0} received and {1} carried over make {2}; {3} handled and {4} carried "
                    u"forward make {5}.",
                    {number_of(value(b.received)), number_of(value(b.carried_over)), number_of(left),
                     number_of(value(b.concluded)), number_of(value(b.carried_forward)), number_of(right)});
            if (b.explained)
              message = join(message, Words{u"各数单独看都能与表三对上，可能办结数没有算上年结转的。",
                                            u" Each of them agrees with table 3; those carried over may be "
                                            u"missing from the handled ones."});
            Finding& finding = out.add(std::move(message));
            if (b.explained) finding.severity = Severity::notice;
            for (std::uint32_t id : {b.received, b.carried_over, b.concluded, b.carried_forward})
              finding.places.push_back(ledger.figures[id].range);
            finding.equation = equation;
          }
        },
};

}  // namespace nianbao::rules::narrative
