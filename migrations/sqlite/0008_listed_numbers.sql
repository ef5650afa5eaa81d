-- A special line at any site finds the account whose carrier lists its number.
CREATE INDEX losing_account_numbers_anywhere ON losing_account_numbers (number);
