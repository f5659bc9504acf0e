// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVariantList>

#include <expected>
#include <functional>
#include <memory>

class QSqlDatabase;
class QSqlError;

namespace relay {

/// Works through requests to one database, in the order in which they were made.
class SqlExecutor
{
public:
    using Result = std::expected<void, QString>;
    /// `work` is done on another thread, within a transaction when it `writes`, and may be done
    /// again when the transaction failed; `answer` comes on the owner's thread.
    struct Request
    {
        std::function<Result(const QSqlDatabase &)> work = {};
        std::function<void(const Result &)> answer = {};
        bool writes = false;
    };

    virtual ~SqlExecutor() = default;
    virtual void ask(Request request) = 0;

    /// Asks for what `read` gives.
    template<typename T>
    void askFor(std::function<std::expected<T, QString>(const QSqlDatabase &)> read,
                std::function<void(const std::expected<T, QString> &)> answer, bool writes = false)
    {
        auto found = std::make_shared<T>(); // of the work and of the answer
        const auto work = [read = std::move(read), found](const QSqlDatabase &db) -> Result {
            auto result = read(db);
            if (!result)
                return std::unexpected(result.error());
            *found = std::move(*result);
            return {};
        };
        ask({.work = work,
             .answer =
                 [answer = std::move(answer), found](const Result &result) {
                     if (result)
                         answer(std::move(*found));
                     else
                         answer(std::unexpected(result.error()));
                 },
             .writes = writes});
    }
};

// For what is done on the executor's thread.

/// The statement with `values` in the places of its question marks.
SqlExecutor::Result execute(const QSqlDatabase &db, const QString &statement,
                            const QVariantList &values = {});
/// What the database says of its error, else what the driver does.
std::unexpected<QString> failureOf(const QSqlError &error);

} // namespace relay
