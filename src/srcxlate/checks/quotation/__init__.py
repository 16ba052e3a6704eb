"""What comparing a quotation with its passage is made of; ``quotations`` says how it goes."""
